// <rollcall-time datetime="…">: a moment as people tell it ("3 minutes ago"), which ticks by itself, also with the network cut.
//   datetime   the moment as ISO 8601
//   bound      "past": never told as still to come; "future": never told as gone, and marked "soon" in its last five minutes
//   date       told as date and time of day instead
// Language and the words for the last seconds come from the server, by startTime; its time comes with each of its answers.
(() => {
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  // How many of each make the next one, of which people then speak.
  const UNITS = [
    ['second', SECOND, 60],
    ['minute', MINUTE, 60],
    ['hour', HOUR, 24],
    ['day', DAY, 30],
    ['month', 30 * DAY, 12],
    ['year', 365 * DAY, Infinity],
  ];
  const JUST_NOW = 45 * SECOND;
  const SOON = 5 * MINUTE;
  // More than this is no delay on the way.
  const LEAP = 2 * SECOND;

  const shown = new Set();
  const exact = new Intl.DateTimeFormat(undefined, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const date = new Intl.DateTimeFormat(undefined, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  let justNow = '';
  let relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  let now = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

  // The server's time goes on by a clock that nobody sets. That one may have stood still while the machine slept, when the other one,
  // which everybody sets, leaps ahead: so a leap counts until the server, which is asked then, has said what time it is.
  let serverAhead = Date.now() - performance.now();
  let wallAhead = serverAhead;
  let asked = false;

  function ask() {
    asked = true;
    document.body.dispatchEvent(new CustomEvent('rollcall-time-asked'));
  }

  function serverTime() {
    const leap = Date.now() - performance.now() - wallAhead;
    wallAhead += leap;
    if (Math.abs(leap) > LEAP) {
      serverAhead += Math.max(0, leap);
      ask();
    }
    return performance.now() + serverAhead;
  }

  // Where it needs two lines, the second one has the time of day.
  function tellDate(moment) {
    return date
      .formatToParts(moment)
      .map(({ value }, i, all) => (all[i + 1]?.type === 'hour' ? value : value.replaceAll(' ', '\u00a0')))
      .join('');
  }

  function tell(distance, bound) {
    const past = bound !== 'future';
    const length = Math.max(0, past ? -distance : distance);
    if (past && length < JUST_NOW) {
      return justNow;
    }
    if (length < SECOND) {
      return now.format(0, 'second');
    }
    // The last seconds before a minute has gone by are that minute already.
    const told = past ? Math.max(length, MINUTE) : length;
    const [unit, size] = UNITS.find(([, each, next]) => Math.round(told / each) < next);
    return relative.format(Math.round(told / size) * (past ? -1 : 1), unit);
  }

  class RollcallTime extends HTMLElement {
    static observedAttributes = ['datetime', 'bound'];

    connectedCallback() {
      shown.add(this);
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      shown.delete(this);
    }

    attributeChangedCallback() {
      this.moment = Date.parse(this.getAttribute('datetime'));
      this.title = Number.isNaN(this.moment) ? '' : exact.format(this.moment);
      this.tick();
    }

    tick() {
      if (Number.isNaN(this.moment)) {
        this.textContent = '';
        return;
      }
      const distance = this.moment - serverTime();
      const bound = this.getAttribute('bound');
      const text = this.hasAttribute('date') ? tellDate(this.moment) : tell(distance, bound);
      if (this.textContent !== text) {
        this.textContent = text;
      }
      this.toggleAttribute('soon', bound === 'future' && distance <= SOON);
    }
  }

  const tickAll = () => shown.forEach((time) => time.tick());

  window.rollcall = window.rollcall || {};
  window.rollcall.serverTime = serverTime;
  // What was not asked for may have been long on its way, so a surprise is asked about.
  window.rollcall.setTime = (serverNow) => {
    const correction = serverNow - serverTime();
    serverAhead += correction;
    const surprise = Math.abs(correction) > LEAP;
    if (surprise) {
      tickAll();
    }
    if (surprise && !asked) {
      ask();
    } else {
      asked = false;
    }
  };
  window.rollcall.startTime = (serverNow, language, wordsForNow) => {
    justNow = wordsForNow;
    relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    now = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    asked = true;
    window.rollcall.setTime(serverNow);
    tickAll();
  };

  customElements.define('rollcall-time', RollcallTime);
  setInterval(tickAll, SECOND);
  document.addEventListener('visibilitychange', tickAll);
})();
