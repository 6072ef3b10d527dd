// What the lists do in the browser without asking the server.
(() => {
  // Narrower than this, columns side by side are no longer readable.
  const NARROW = 800;
  // Narrower than this, they need every pixel.
  const COMPACT = 940;
  // More rows than the server takes for known.
  const RECALLED = 1000;
  // Further away from the top than this, somebody reads on below.
  const TOP = 4;

  function layOut(grid, width) {
    const narrow = width < NARROW;
    grid.toggleAttribute('compact', !narrow && width < COMPACT);
    if (width > 0 && grid.narrow !== narrow) {
      grid.narrow = narrow;
      grid.toggleAttribute('narrow', narrow);
      grid.querySelectorAll('vaadin-grid-column[data-layout]').forEach((column) => {
        column.hidden = (column.dataset.layout === 'stacked') !== narrow;
      });
    }
  }

  function watchScrolling(grid) {
    let away = false;
    grid.$.table.addEventListener(
      'scroll',
      () => {
        const isAway = grid.$.table.scrollTop > TOP;
        if (isAway !== away) {
          away = isAway;
          grid.dispatchEvent(new CustomEvent('rollcall-scrolled', { detail: away }));
        }
      },
      { passive: true }
    );
  }

  // Rows are drawn anew in place when others come in above them. Whoever had a row's button in hand keeps that row's.
  function keepFocus(grid) {
    let row;
    const drawnAnew = new MutationObserver(() =>
      requestAnimationFrame(() => {
        const button = [...grid.querySelectorAll('[data-row]')].find(
          (candidate) => candidate.dataset.row === row && candidate.checkVisibility()
        );
        button?.focus({ preventScroll: true });
      })
    );
    grid.addEventListener('focusin', ({ target }) => {
      drawnAnew.disconnect();
      row = target.dataset.row;
      if (row) {
        drawnAnew.observe(target, { attributes: true, attributeFilter: ['data-row'] });
      }
    });
    grid.addEventListener('focusout', () => drawnAnew.disconnect());
  }

  // The server describes a row once. Where it sends a key alone, the row is as it was.
  function recallRows(grid) {
    const known = new Map();
    const { set, updateFlatData } = grid.$connector;
    const whole = (row) => {
      const recalled = Object.keys(row).length > 1 ? row : known.get(row.key);
      if (!recalled) {
        grid.dispatchEvent(new CustomEvent('rollcall-row-missing'));
        return row;
      }
      known.delete(row.key);
      known.set(row.key, recalled);
      return recalled;
    };
    grid.$connector.set = (index, rows) => {
      set(index, rows.map(whole));
      [...known.keys()].slice(0, -RECALLED).forEach((oldest) => known.delete(oldest));
    };
    grid.$connector.updateFlatData = (rows) => updateFlatData(rows.map(whole));
    grid.forgetRows = () => known.clear();
  }

  window.rollcall = window.rollcall || {};
  window.rollcall.adaptGrid = (grid) => {
    if (!grid.adapted) {
      grid.adapted = true;
      new ResizeObserver(([entry]) => layOut(grid, entry.contentRect.width)).observe(grid);
      watchScrolling(grid);
      keepFocus(grid);
      recallRows(grid);
    }
    layOut(grid, grid.clientWidth);
  };
})();
