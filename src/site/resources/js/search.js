/* Looks for words in the pages of the menu and of the goals, section by section. */
(() => {
  const place = document.getElementById('search');
  if (!place) {
    return;
  }
  place.innerHTML = '<label>Words: <input type="search"></label> <p role="status"></p><ul></ul>';
  const [input, status, list] = ['input', 'p', 'ul'].map(name => place.querySelector(name));

  /** The own text of a section, without that of the sections in it. */
  const text = section => [...section.childNodes].filter(it => it.nodeName !== 'SECTION').map(it => it.textContent).join(' ');

  const read = async page => {
    const body = new DOMParser().parseFromString(await (await fetch(page)).text(), 'text/html').getElementById('bodyColumn');
    const sections = [...body.querySelectorAll('section')].map(section => ({
      page,
      href: page + '#' + (section.querySelector('a[id]') || {id: ''}).id,
      title: (section.querySelector('h1, h2, h3, h4') || body.querySelector('h1')).textContent,
      text: text(section).toLowerCase()
    }));
    return {sections, goals: [...body.querySelectorAll('a[href$="-mojo.html"]')].map(a => a.getAttribute('href'))};
  };

  const all = async pages => {
    const texts = await Promise.all(pages.map(read));
    const goals = [...new Set(texts.flatMap(it => it.goals))].filter(goal => !pages.includes(goal));
    return texts.flatMap(it => it.sections).concat(goals.length ? await all(goals) : []);
  };

  const show = sections => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word);
    const found = words.length ? sections.filter(it => words.every(word => it.text.includes(word))) : [];
    status.textContent = words.length ? found.length + (found.length === 1 ? ' section' : ' sections') : '';
    list.replaceChildren(...found.map(it => {
      const link = Object.assign(document.createElement('a'), {href: it.href, textContent: it.title});
      const item = document.createElement('li');
      item.append(link, ' (' + it.page.replace('./', '') + ')');
      return item;
    }));
  };

  const pages = [...document.querySelectorAll('#leftColumn nav a[href$=".html"]')].map(a => a.getAttribute('href'));
  all(pages).then(
      sections => {
        input.addEventListener('input', () => show(sections));
        show(sections);
      },
      () => {
        status.textContent = 'A browser does not let a page on disk read the pages beside it. Serve the site and search there: '
            + 'python3 -m http.server -d target/site';
      });
})();
