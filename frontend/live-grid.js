// What the lists do in the browser without asking the server.
(() => {
  // Narrower than this, columns side by side are no longer readable.
  const NARROW = 800;
  // Narrower than this, they need every pixel, and some of them are left out.
  const COMPACT = 1100;
  // More rows than the server takes for known.
  const RECALLED = 1000;
  // Further away from the top than this, somebody reads on below.
  const TOP = 4;

  const IS_SHOWN = {
    stacked: (layout) => layout === 'narrow',
    columns: (layout) => layout !== 'narrow',
    wide: (layout) => layout === 'wide',
  };

  function layOut(grid, width) {
    const layout = width < NARROW ? 'narrow' : width < COMPACT ? 'compact' : 'wide';
    if (width > 0 && grid.layout !== layout) {
      grid.layout = layout;
      grid.toggleAttribute('narrow', layout === 'narrow');
      grid.toggleAttribute('compact', layout === 'compact');
      grid.querySelectorAll('vaadin-grid-column[data-layout]').forEach((column) => {
        column.hidden = !IS_SHOWN[column.dataset.layout](layout);
      });
      grid.showOrder();
    }
  }

  // A list always has an order: the first click on a heading brings the one that people want first there, the next ones turn it around.
  // Headings that were hidden when the order was chosen show it when they come back.
  function sortByHeadings(grid) {
    const { setSorterDirections } = grid.$connector;
    let order = [];
    grid.$connector.setSorterDirections = (directions) => {
      order = [...directions];
      setSorterDirections(directions);
    };
    grid.showOrder = () => requestAnimationFrame(() => setSorterDirections([...order]));
    grid.addEventListener(
      'click',
      (event) => {
        const sorter = event.target.closest('vaadin-grid-sorter');
        if (sorter) {
          event.preventDefault();
          const { first = 'asc' } = grid.getEventContext(event).column.dataset;
          const turned = sorter.direction === 'asc' ? 'desc' : 'asc';
          sorter.direction = sorter.direction ? turned : first;
          order = [{ column: sorter.path, direction: sorter.direction }];
        }
      },
      { capture: true }
    );
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

  // The server describes a row once, each value by its own name, and after that says no more than its key: then the row is as it was.
  function recallRows(grid) {
    const known = new Map();
    const names = new Map();
    const forColumns = (row) => {
      const described = { ...row };
      names.forEach((own, name) => {
        described[name] = row[own] ?? '';
      });
      return described;
    };
    const { set, updateFlatData } = grid.$connector;
    const whole = (row) => {
      const { key, ...cells } = row;
      const recalled = Object.keys(cells).length > 0 ? forColumns(row) : known.get(key);
      if (!recalled) {
        grid.dispatchEvent(new CustomEvent('rollcall-row-missing'));
        return row;
      }
      known.delete(key);
      known.set(key, recalled);
      return recalled;
    };
    grid.$connector.set = (index, rows) => {
      set(index, rows.map(whole));
      [...known.keys()].slice(0, -RECALLED).forEach((oldest) => known.delete(oldest));
    };
    grid.$connector.updateFlatData = (rows) => updateFlatData(rows.map(whole));
    grid.nameValues = (told) =>
      Object.entries(told).forEach(([column, own]) => own.forEach((name) => names.set(column + name, name)));
    grid.forgetRows = () => known.clear();
  }

  window.rollcall = window.rollcall || {};
  window.rollcall.adaptGrid = (grid) => {
    if (!grid.adapted) {
      grid.adapted = true;
      sortByHeadings(grid);
      new ResizeObserver(([entry]) => layOut(grid, entry.contentRect.width)).observe(grid);
      watchScrolling(grid);
      keepFocus(grid);
      recallRows(grid);
    }
    layOut(grid, grid.clientWidth);
  };
})();
