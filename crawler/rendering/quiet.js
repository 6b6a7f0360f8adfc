// Watches a page from its first script on, so that rendering waits for what the page still does and no longer.
// ES5: this runs in Splash's WebKit. A page is quiet when it has loaded, nothing that it asked for is on its way,
// no short timer is about to fire, and its DOM has kept still for a moment.
(function () {
  var STILL_MS = 100;          // a DOM that did not change for so long keeps still
  var SHORT_TIMER_MS = 1500;   // longer timers are carousels and heartbeats
  var MAX_CHAIN = 20;          // a timer that sets a timer … : after so many it is a clock
  var requests = 0, timers = {}, chain = 0, lastSize = -1, lastChange = Date.now();

  var send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function () {
    requests += 1;
    this.addEventListener('loadend', function () { requests -= 1; });
    return send.apply(this, arguments);
  };

  var setTimer = window.setTimeout, clearTimer = window.clearTimeout;
  window.setTimeout = function (code, delay) {
    var rest = Array.prototype.slice.call(arguments, 2), id;
    if (typeof code !== 'function' || delay > SHORT_TIMER_MS || chain >= MAX_CHAIN) {
      return setTimer.apply(window, arguments);
    }
    id = setTimer.call(window, function () {
      delete timers[id];
      chain += 1;
      code.apply(window, rest);
    }, delay);
    timers[id] = true;
    return id;
  };
  window.clearTimeout = function (id) {
    delete timers[id];
    return clearTimer.call(window, id);
  };

  function size(view) {
    var total = 0, i;
    try {
      if (!view.document || view.document.readyState !== 'complete') { return NaN; }
      total = view.document.getElementsByTagName('*').length + (view.document.body || {textContent: ''}).textContent.length;
      for (i = 0; i < view.frames.length; i += 1) { total += size(view.frames[i]) || 0; }
    } catch (crossOrigin) {
      return 0;
    }
    return total;
  }

  // The first script that did not run: WebKit is old, and one word that it does not know takes a whole script away.
  var failure = '';
  window.addEventListener('error', function (event) {
    failure = failure || String(event.message || 'error');
  });
  Object.defineProperty(window, '__refkeepFailure', {value: function () { return failure; }});

  Object.defineProperty(window, '__refkeepQuiet', {value: function () {
    var now = size(window);
    if (now !== lastSize) {
      lastSize = now;
      lastChange = Date.now();
    }
    return requests <= 0 && Object.keys(timers).length === 0 && Date.now() - lastChange >= STILL_MS;
  }});
})();
