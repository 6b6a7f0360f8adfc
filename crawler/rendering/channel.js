// Answers render.lua's questions on pages whose Content-Security-Policy forbids eval. ES5: this runs in Splash's WebKit.
// Splash runs whatever render.lua asks of a page as eval("…") in the page. This script runs before the policy takes
// effect and makes `eval` an accessor. Pages that may use eval get the real one. The others get a function that answers
// our questions and refuses all else as the real one does, so that no page can do more than in a browser.
// An answer is thrown: Splash returns what a script throws without the page's own Array, Object and Node.
(function () {
  var QUESTION = /^__refkeepAnswer\('(\w+)'\)/;
  var ITSELF = /^if \(!window\.__refkeepAnswer\)/;  // Splash loads these scripts a second time into its first window
  var ANSWERS = {
    quiet: function () { return window.__refkeepQuiet(); },
    charset: function () { return document.characterSet; },
    failed: function () { return window.__refkeepFailure() !== ''; },
    inlined: function () { return window.__refkeepInline(); }
  };
  var real = window.eval, replaced = null, forbidden = false;

  function mayEval() {
    if (forbidden) { return false; }  // a second try would be reported to the site once more
    try {
      real('0');
    } catch (refused) {
      forbidden = true;
    }
    return !forbidden;
  }

  function answer(question) {
    var text = 'refkeep:' + ANSWERS[question]();
    throw {toString: function () { return text; }};
  }

  function evalOrAnswer(code) {
    var question = QUESTION.exec(code);
    if (question) { answer(question[1]); }
    if (ITSELF.test(code)) { return undefined; }
    return (replaced ? replaced.value : real).apply(this, arguments);
  }

  Object.defineProperty(window, '__refkeepAnswer', {value: answer});
  Object.defineProperty(window, 'eval', {
    configurable: true,
    get: function () { return !replaced && mayEval() ? real : evalOrAnswer; },
    set: function (value) { replaced = {value: value}; }
  });
})();
