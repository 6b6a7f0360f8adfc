// Two texts that no plain fetch sees: one appears after 300 ms, the other when its JSON has come.
(function () {
  var app = document.getElementById('app');

  function add(parent, name, text, className) {
    var element = document.createElement(name);
    if (text) { element.appendChild(document.createTextNode(text)); }
    if (className) { element.className = className; }
    parent.appendChild(element);
    return element;
  }

  function showRelease(parent, release) {
    var section = add(parent, 'section', '', 'release');
    add(section, 'h2', release.version);
    add(section, 'p', release.date, 'date');
    add(section, 'p', release.summary);
    var list = add(section, 'ul');
    for (var i = 0; i < release.changes.length; i++) { add(list, 'li', release.changes[i]); }
    if (release.code) { add(add(section, 'pre'), 'code', release.code); }
  }

  function showReleases(releases) {
    var parent = document.getElementById('releases');
    for (var i = 0; i < releases.length; i++) { showRelease(parent, releases[i]); }
    document.title = '배포 기록: ' + releases[0].version + '까지';
  }

  setTimeout(function () {
    app.innerHTML = '';
    var article = add(app, 'article');
    add(article, 'h1', '배포 기록');
    add(article, 'p', '이 페이지의 글은 모두 자바스크립트가 그립니다. 서버가 보낸 HTML에는 빈 상자 하나만 있으므로, '
      + '화면을 그리지 않고 받으면 아무 글도 남지 않습니다.', 'lead');
    add(article, 'div', '').id = 'releases';

    var request = new XMLHttpRequest();
    request.open('GET', '/app/release-notes.json');
    request.onload = function () { showReleases(JSON.parse(request.responseText).releases); };
    request.send();
  }, 300);
}());
