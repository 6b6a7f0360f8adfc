// Puts the content of each frame where the frame stands, deepest first: a naver post lies in one. ES5, for WebKit.
(function () {
  var SPLASH_ERROR = 'Failed loading page';  // what Splash shows in a frame that it could not load

  var BROKEN = /[\ufffd\u0000-\u0008\u000e-\u001a]/g, MAX_BROKEN_SHARE = 0.02;

  // Compressed bytes that the browser did not unpack, shown as text.
  function isGarbled(text) {
    return (text.match(BROKEN) || []).length > MAX_BROKEN_SHARE * text.length;
  }

  function inline(doc) {
    var frames = Array.prototype.slice.call(doc.querySelectorAll('iframe, frame')), i, inner, holder;
    for (i = 0; i < frames.length; i += 1) {
      try {
        inner = frames[i].contentDocument;
        if (!inner || !inner.body || inner.title === SPLASH_ERROR || isGarbled(inner.body.textContent)) { continue; }
        inline(inner);
      } catch (crossOrigin) {
        continue;
      }
      holder = doc.createElement('div');
      holder.setAttribute('data-refkeep-frame', inner.URL);
      copy(inner.body, holder);
      absolute(inner, holder);
      frames[i].parentNode.replaceChild(holder, frames[i]);
    }
  }

  // Node by node: a policy may keep scripts from writing HTML (require-trusted-types-for).
  function copy(from, to) {
    for (var node = from.firstChild; node; node = node.nextSibling) {
      to.appendChild(to.ownerDocument.importNode(node, true));
    }
  }

  // The frame's links are relative to the frame, not to the page.
  function absolute(inner, holder) {
    var names = ['href', 'src'], found, i, n, link = inner.createElement('a');
    for (n = 0; n < names.length; n += 1) {
      found = holder.querySelectorAll('[' + names[n] + ']');
      for (i = 0; i < found.length; i += 1) {
        if (/^\s*(#|javascript:)/i.test(found[i].getAttribute(names[n]))) { continue; }
        link.setAttribute('href', found[i].getAttribute(names[n]));
        found[i].setAttribute(names[n], link.href);
      }
    }
  }

  Object.defineProperty(window, '__refkeepInline', {value: function () {
    inline(document);
    if (document.body && document.body.tagName === 'FRAMESET') {
      var body = document.createElement('body');
      copy(document.body, body);
      document.documentElement.replaceChild(body, document.body);
    }
    return true;
  }});
})();
