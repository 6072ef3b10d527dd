// <rollcall-presence interval="30000">: tells, as an event "rollcall-activity", that a person does something on the page: the first time at
// once, and from then on at most once in so many milliseconds, at their end, so that nothing is lost. A page that nobody sees tells
// nothing.
(() => {
  // What scrolls for a person is among these. That something scrolls is not: a page does so by itself.
  const DOINGS = ['keydown', 'input', 'click', 'pointerdown', 'pointermove', 'touchmove', 'wheel'];
  const OPTIONS = { capture: true, passive: true };

  // What moves beneath a mouse that rests makes the browser tell of a move too: one by nothing.
  const isMove = (event) => event.movementX !== 0 || event.movementY !== 0;
  const isByAPerson = (event) => event.isTrusted && (event.type !== 'pointermove' || isMove(event));
  const isSeen = () => document.visibilityState === 'visible';

  class RollcallPresence extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.note = (event) => isByAPerson(event) && isSeen() && this.tell();
      DOINGS.forEach((doing) => window.addEventListener(doing, this.note, OPTIONS));
    }

    disconnectedCallback() {
      DOINGS.forEach((doing) => window.removeEventListener(doing, this.note, OPTIONS));
      clearTimeout(this.told);
    }

    tell() {
      this.more = this.told !== undefined;
      if (!this.more) {
        this.dispatchEvent(new CustomEvent('rollcall-activity'));
        this.told = setTimeout(() => this.tellMore(), Number(this.getAttribute('interval')));
      }
    }

    tellMore() {
      this.told = undefined;
      if (this.more && isSeen()) {
        this.tell();
      }
    }
  }

  customElements.define('rollcall-presence', RollcallPresence);
})();
