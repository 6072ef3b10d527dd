// The connection by which the server tells an open page what changes. It stands in the place of Vaadin's own client for that, takes
// the same settings and tells the same, but knows at any time whether it is live, shows it, and asks a server that is away no more
// than once in two seconds (docs/decisions/2026-12-01-connection.md).
(() => {
  // ms between two tries, more or less, so that pages which lost the server together do not come back together.
  const AGAIN = 2500;
  const moreOrLess = (ms) => ms * (0.8 + 0.4 * Math.random());
  // The first try after a connection that had held.
  const AT_ONCE = 500;
  // No answer to a greeting, and no open WebSocket, within so many ms is none.
  const PATIENCE = 4000;
  // The server says something every 5 s by WebSocket; an answer it ends after 10 s.
  const SILENCE = 15000;
  const LONGEST_ANSWER_S = 10;
  // An answer to what happened on the page that takes longer is asked for again, by another way through the network; the server
  // does nothing twice.
  const LONGEST_REQUEST = 10000;
  // A page that is being opened is not called away before.
  const STARTING = 2000;
  // A page that was about to be left and is still there stays.
  const LEAVING = 10000;
  const SECOND = 1000;
  const DAY = 24 * 60 * 60 * SECOND;

  const SOCKET = 'websocket';
  const POLLING = 'long-polling';
  // What the server says when it has nothing to say, and how it greets.
  const BEAT = 'X';
  const GREETING = /^([\w-]+)\|\d+\|/;

  // The number of the last message that the page has looked at.
  const SEEN = 'X-Vaadin-LastSeenServerSyncId';

  // When this browser could open no WebSocket, though the server was there.
  const REFUSED = 'rollcall-websocket-refused';
  // That what somebody did on the page before may have come to nothing.
  const NOT_DONE = 'rollcall-not-done';

  let connection;
  let waitingSince = 0;

  function stored(action) {
    try {
      return action();
    } catch {
      return undefined; // a browser that keeps nothing
    }
  }

  // Messages are "length|text"; a frame or an answer may hold several of them, or a part of one.
  function splitter() {
    let rest = '';
    return (part) => {
      const messages = [];
      rest += part;
      for (let bar = rest.indexOf('|'); bar > 0; bar = rest.indexOf('|')) {
        const end = bar + 1 + Number(rest.slice(0, bar));
        if (!(end <= rest.length)) {
          break;
        }
        messages.push(rest.slice(bar + 1, end));
        rest = rest.slice(end);
      }
      return messages;
    };
  }

  class Connection {
    isLive = false;
    wasLive = false;

    constructor(config) {
      this.config = config;
      this.since = Date.now();
      this.begin();
    }

    // Whatever was begun is over; of what comes of it later nobody hears.
    end() {
      this.attempt?.abort();
      this.attempt = undefined;
      clearTimeout(this.next);
      this.isLive = false;
    }

    async begin() {
      this.end();
      this.begun = Date.now();
      this.isLeaving = false;
      const attempt = new AbortController();
      this.attempt = attempt;
      try {
        await this.connect(attempt);
      } catch {
        if (this.attempt === attempt) {
          this.lose(this.isLive && Date.now() - this.since > SILENCE ? Math.random() * AT_ONCE : moreOrLess(AGAIN));
        }
      }
    }

    // Throws when there is no connection, or no longer one.
    async connect(attempt) {
      // A WebSocket does not tell a server that is away from one that no longer knows this page. But it is a new way through the network,
      // where others may be dead of which nobody told the browser.
      let id = this.wasLive && !this.wentSilent ? await this.greet(attempt) : undefined;
      this.wentSilent = false;
      if (!stored(() => Date.now() - localStorage.getItem(REFUSED) < DAY)) {
        if (await this.listen(attempt.signal)) {
          throw new Error('closed');
        }
        id ??= await this.greet(attempt);
        stored(() => localStorage.setItem(REFUSED, Date.now()));
      }
      await this.poll(attempt.signal, id ?? (await this.greet(attempt)));
    }

    // Learns from a server that is there by what name it knows the connection.
    async greet(attempt) {
      const tooLate = setTimeout(() => attempt.abort(), PATIENCE);
      const [greeting] = splitter()(await this.ask('0', attempt.signal));
      clearTimeout(tooLate);
      return greeting.match(GREETING)[1];
    }

    // Nothing in a browser that has no WebSockets, or is forbidden them.
    open() {
      try {
        return new WebSocket(this.address(SOCKET, '0').replace(/^http/, 'ws'));
      } catch {
        return undefined;
      }
    }

    // To whether the WebSocket was ever open, once it is closed.
    listen(signal) {
      return new Promise((resolve, reject) => {
        const socket = this.open();
        if (!socket) {
          resolve(false);
          return;
        }
        const split = splitter();
        const tooLate = setTimeout(() => socket.close(), PATIENCE);
        let wasOpen = false;
        socket.onopen = () => {
          clearTimeout(tooLate);
          wasOpen = true;
          this.live(SOCKET);
        };
        socket.onmessage = ({ data }) => this.take(split(data), SOCKET);
        socket.onclose = () => resolve(wasOpen);
        signal.addEventListener('abort', () => {
          clearTimeout(tooLate);
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
          reject(signal.reason);
        });
      });
    }

    async poll(signal, id) {
      this.live(POLLING);
      for (;;) {
        const asked = Date.now();
        const seen = this.seen();
        this.take(splitter()(await this.ask(id, signal)), POLLING);
        // What a busy page has not looked at yet the server would say again at once.
        if (this.seen() === seen) {
          await new Promise((done) => setTimeout(done, asked + SECOND - Date.now()));
        }
      }
    }

    async ask(id, signal) {
      const answer = await fetch(this.address(POLLING, id), { signal, cache: 'no-store' });
      if (answer.status === 401) {
        this.forget();
      }
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      return (await answer.text()).trim();
    }

    // The server is there, but knows no such page of whoever asks. Loaded anew it is one, or leads to the login.
    forget() {
      this.end();
      connection = undefined;
      if (this.wasLive) {
        location.reload();
      }
    }

    take(messages, transport) {
      this.heard = Date.now();
      messages
        .filter((message) => message !== BEAT && !GREETING.test(message))
        .forEach((responseBody) => this.config.onMessage({ responseBody, transport, status: 200 }));
    }

    live(transport) {
      this.heard = this.since = Date.now();
      this.isLive = true;
      this.config[this.wasLive ? 'onReopen' : 'onOpen']({ transport, status: 200 });
      this.wasLive = true;
      show();
    }

    lose(wait) {
      this.end();
      this.config.onClose({ state: 'closed' });
      this.next = setTimeout(() => this.begin(), wait);
      show();
    }

    isAway() {
      return !this.isLive && !this.isLeaving && (this.wasLive || Date.now() - this.since > STARTING);
    }

    // A page on its way to another must not be loaded anew, because whoever signs in or out is no longer who it was for. It may
    // stay nevertheless, as after a download.
    leave() {
      this.end();
      this.isLeaving = true;
      this.next = setTimeout(() => this.begin(), LEAVING);
    }

    // Heard nothing for too long, as on a machine that slept.
    check() {
      if (this.isLive && Math.abs(Date.now() - this.heard) > SILENCE) {
        this.wentSilent = true;
        this.lose(0);
      }
    }

    seen() {
      return this.config.headers[SEEN]();
    }

    address(transport, id) {
      const parameters = new URLSearchParams({
        'X-Atmosphere-tracking-id': id,
        'X-Atmosphere-Framework': '3.1.5-javascript',
        'X-Atmosphere-Transport': transport,
        'X-Atmosphere-TrackMessageSize': 'true',
        'X-atmo-protocol': 'true',
      });
      if (transport === POLLING) {
        parameters.set('X-Heartbeat-Server', LONGEST_ANSWER_S);
      }
      // By what the page has seen the server tells whether it missed something, which at first it cannot have.
      if (this.wasLive || transport === POLLING) {
        parameters.set(SEEN, this.seen());
      }
      return `${new URL(this.config.url, document.baseURI)}&${parameters}`;
    }
  }

  // Vaadin's indicator says in words what the attribute tells style sheets: what stands on the page may be old.
  function show() {
    const store = window.Vaadin?.connectionState;
    const isAway = Boolean(connection?.isAway());
    if (isAway && store?.state === 'connected') {
      store.state = 'reconnecting';
    } else if (!isAway && store?.state === 'reconnecting' && !waitingSince) {
      store.state = 'connected';
    }
    document.documentElement.toggleAttribute(
      'away',
      isAway ||
        (waitingSince > 0 && Date.now() - waitingSince > PATIENCE) ||
        ['reconnecting', 'connection-lost'].includes(store?.state)
    );
  }

  function tick() {
    const isWaiting = Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
    waitingSince = isWaiting ? waitingSince || Date.now() : 0;
    connection?.check();
    show();
  }

  setInterval(tick, SECOND);
  document.addEventListener('visibilitychange', tick);
  window.addEventListener('offline', () => connection?.lose(moreOrLess(AGAIN)));
  window.addEventListener('online', () => {
    if (connection && !connection.isLive) {
      connection.lose(Math.max(0, connection.begun + SECOND - Date.now()));
    }
  });
  window.addEventListener('beforeunload', () => {
    if (waitingSince && document.documentElement.hasAttribute('away')) {
      stored(() => sessionStorage.setItem(NOT_DONE, 'yes'));
    }
    connection?.leave();
  });
  window.addEventListener('pagehide', () => connection?.end());
  window.addEventListener('pageshow', ({ persisted }) => persisted && connection?.begin());

  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) {
    this.timeout ||= LONGEST_REQUEST;
    send.call(this, body);
  };

  window.vaadinPush = {
    atmosphere: {
      subscribe(config) {
        connection = new Connection(config);
        window.Vaadin.connectionState?.addStateChangeListener(show);
        return connection;
      },
      unsubscribeUrl() {
        connection?.end();
        connection = undefined;
      },
    },
  };

  window.rollcall = window.rollcall || {};
  window.rollcall.startConnection = (wordsForBack) => {
    window.Vaadin.connectionIndicator.onlineText = wordsForBack;
    if (stored(() => sessionStorage.getItem(NOT_DONE))) {
      sessionStorage.removeItem(NOT_DONE);
      document.body.dispatchEvent(new CustomEvent('rollcall-not-done'));
    }
  };
})();
