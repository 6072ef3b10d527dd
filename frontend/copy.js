// Any element with data-copy copies that text when it is clicked, and shows data-copied for a moment.
(() => {
  const SAID_FOR = 1500;

  // navigator.clipboard is missing on plain HTTP, which an intranet may have, and may be forbidden elsewhere.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch {
      // the old way
    }
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }

  function say(element) {
    const words = document.createElement('span');
    words.className = 'copied';
    words.setAttribute('role', 'status');
    words.textContent = element.dataset.copied;
    element.after(words);
    setTimeout(() => words.remove(), SAID_FOR);
  }

  document.addEventListener('click', async (event) => {
    const element = event.composedPath().find((node) => node.dataset?.copy);
    if (element) {
      await copy(element.dataset.copy);
      say(element);
    }
  });
})();
