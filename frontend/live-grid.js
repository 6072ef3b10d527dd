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

  // The server describes a row once, and after that says no more than its key and whether it is selected, which the grid notes
  // on the row as well: then it is otherwise as it was.
  function recallRows(grid) {
    const known = new Map();
    const { set, updateFlatData, doSelection, doDeselection } = grid.$connector;
    const isSelected = (row) => grid.selectedItems.some((selected) => selected.key === row.key);
    const whole = (row) => {
      const { key, selected, ...cells } = row;
      const recalled = Object.keys(cells).length > 0 ? row : known.get(key);
      if (!recalled) {
        grid.dispatchEvent(new CustomEvent('rollcall-row-missing'));
        return row;
      }
      recalled.selected = selected;
      known.delete(key);
      known.set(key, recalled);
      return recalled;
    };
    grid.$connector.set = (index, rows) => {
      set(index, rows.map(whole));
      [...known.keys()].slice(0, -RECALLED).forEach((oldest) => known.delete(oldest));
    };
    grid.$connector.updateFlatData = (rows) => {
      const updated = rows.map(whole);
      updateFlatData(updated);
      doSelection(updated.filter((row) => row.selected && !isSelected(row)));
      doDeselection(updated.filter((row) => !row.selected && isSelected(row)));
    };
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
