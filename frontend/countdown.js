// <rollcall-countdown to="…" lang="en">: how long it is until a moment (ISO 8601), to the second, as people say it: "1 minute 45 seconds".
// By the server's time (relative-time.js).
(() => {
  const SECOND = 1000;
  const MINUTE = 60;

  function tell(seconds, language) {
    const count = (number, unit) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
    const parts = [count(seconds % MINUTE, 'second')];
    if (seconds >= MINUTE) {
      parts.unshift(count(Math.floor(seconds / MINUTE), 'minute'));
    }
    return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(parts);
  }

  class RollcallCountdown extends HTMLElement {
    connectedCallback() {
      this.ticking = setInterval(() => this.tick(), SECOND);
      this.tick();
    }

    disconnectedCallback() {
      clearInterval(this.ticking);
    }

    tick() {
      const left = Date.parse(this.getAttribute('to')) - window.rollcall.serverTime();
      this.textContent = tell(Math.max(0, Math.ceil(left / SECOND)), this.lang);
    }
  }

  customElements.define('rollcall-countdown', RollcallCountdown);
})();
