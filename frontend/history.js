// Back and Forward while a navigation is under way confuse Vaadin's router: it shows the screen that it is on under the address gone
// to, or drops what was searched for. The browser loads that address in full instead.
(() => {
  const { go } = history;
  let sought;

  // The router's own steps, with which it holds the address until the server has answered.
  history.go = (steps) => {
    sought = history.state?.idx + steps;
    go.call(history, steps);
  };

  window.addEventListener('popstate', (event) => {
    const own = history.state?.idx === sought;
    sought = undefined;
    if (!own && window.Vaadin?.Flow?.navigation) {
      event.stopImmediatePropagation();
      location.reload();
    }
  });
})();
