// Enhancements only: every page does its work without this file.
const say = (region, text) => { if (region.textContent !== text) region.textContent = text; };
const later = (wait, act) => { let timer; return (...given) => { clearTimeout(timer); timer = setTimeout(() => act(...given), wait); }; };

// What went wrong, or what was done, is where a reader starts.
document.querySelector('.govuk-error-summary, .govuk-notification-banner[role=alert]')?.focus();

// Characters left, said once typing stops.
for (const group of document.querySelectorAll('[data-count]')) {
  const field = group.querySelector('textarea, input');
  const shown = group.querySelector('[data-count-shown]');
  if (!field || !shown) continue;
  const spoken = document.createElement('div');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  shown.after(spoken);
  const text = () => {
    const left = Number(group.dataset.count) - [...field.value].length;
    return (left < 0 ? group.dataset.countOver : group.dataset.countLeft).replace('{n}', Math.abs(left).toLocaleString('en-GB'));
  };
  const speak = later(1000, () => say(spoken, text()));
  const show = () => {
    shown.textContent = text();
    shown.classList.toggle('govuk-error-message', [...field.value].length > Number(group.dataset.count));
    speak();
  };
  shown.setAttribute('aria-hidden', 'true');
  field.addEventListener('input', show);
  shown.textContent = text();
}

// The names of chosen files, so that a wrong one is seen before it is sent.
for (const field of document.querySelectorAll('input[type=file][data-files]')) {
  const list = document.getElementById(field.dataset.files);
  field.addEventListener('change', () => {
    list.replaceChildren(...[...field.files].map((file) => {
      const item = document.createElement('li');
      item.className = 'am-files__item';
      item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en-GB')} KB)`;
      return item;
    }));
  });
}

// Checks of a wording, fetched a second after typing stops; the button does the same without script.
for (const form of document.querySelectorAll('form[data-checks]')) {
  const panel = document.getElementById(form.dataset.checksPanel);
  const spoken = document.getElementById(`${form.dataset.checksPanel}-said`);
  let asked = 0;
  const ask = later(1000, async () => {
    const mine = ++asked;
    try {
      const reply = await fetch(form.dataset.checks, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (!reply.ok || mine !== asked) return;
      panel.innerHTML = await reply.text();
      const summary = panel.querySelector('[data-summary]');
      if (spoken && summary) say(spoken, summary.textContent);
    } catch { /* offline: the button still works when the connection is back */ }
  });
  form.addEventListener('input', ask);
}

// Drafts saved on leaving a field and every 20 seconds while something changed.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const state = form.querySelector('[data-autosave-state]');
  let changed = false;
  const save = async () => {
    if (!changed) return;
    changed = false;
    try {
      const reply = await fetch(form.dataset.autosave, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (reply.ok) say(state, await reply.text()); else changed = true;
    } catch { changed = true; }
  };
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('focusout', save);
  setInterval(save, 20000);
}

// One box that ticks them all.
for (const all of document.querySelectorAll('input[data-select-all]')) {
  all.hidden = false;
  all.addEventListener('change', () => {
    for (const box of document.querySelectorAll(`input[name="${all.dataset.selectAll}"]`)) box.checked = all.checked;
  });
}

// Names of bodies, offered as one types; without script, part of a name is enough.
for (const field of document.querySelectorAll('input[data-names]')) {
  const list = document.createElement('datalist');
  list.id = `${field.id}-names`;
  field.after(list);
  field.setAttribute('list', list.id);
  let asked = 0;
  field.addEventListener('input', later(200, async () => {
    const mine = ++asked;
    const words = field.value.trim();
    if (words.length < 2 || [...list.options].some((one) => one.value === words)) return;
    try {
      const reply = await fetch(`${field.dataset.names}?${new URLSearchParams({ words })}`);
      if (!reply.ok || mine !== asked) return;
      list.replaceChildren(...(await reply.json()).map(({ name, by }) => {
        const option = document.createElement('option');
        option.value = name;
        // A browser shows only what has the very letters typed: a name found without its accents, or by another name, has them beside it.
        if (!name.toLowerCase().includes(words.toLowerCase())) option.label = `${by || name} (${words})`;
        return option;
      }));
    } catch { /* offline: what was typed is looked up when it is sent */ }
  }));
}
