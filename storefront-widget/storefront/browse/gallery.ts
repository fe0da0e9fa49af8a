/** The pictures of a product: small pictures bring theirs into view, and show which one is seen. */
export class Gallery extends HTMLElement {
  #watcher: IntersectionObserver | null = null;

  connectedCallback(): void {
    const strip = this.querySelector<HTMLElement>('.slides');
    const slides = [...this.querySelectorAll<HTMLElement>('.slides > li')];
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.thumbnails a')];
    if (!strip || links.length === 0) return;
    for (const [at, link] of links.entries()) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        strip.scrollTo({ left: slides[at]?.offsetLeft ?? 0 });
      });
    }
    this.#watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          for (const [at, link] of links.entries()) {
            if (slides[at] === target) link.setAttribute('aria-current', 'true');
            else link.removeAttribute('aria-current');
          }
        }
      },
      { root: strip, threshold: 0.6 },
    );
    for (const slide of slides) this.#watcher.observe(slide);
  }

  disconnectedCallback(): void {
    this.#watcher?.disconnect();
  }
}
