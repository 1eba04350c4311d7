/** Puts "left", "upper" and "leg" together to "left upper leg"; a second whole place starts another one. */
export class PlaceReader {
  readonly #done: string[] = [];
  #side = '';
  #site = '';
  #detail = 0;

  get any(): boolean {
    return this.#done.length > 0 || this.#site !== '' || this.#side !== '' || this.#detail > 0;
  }

  take(kind: 'side' | 'place' | 'site', value: string, _text: string): void {
    if (kind === 'side') {
      if (this.#side !== '' && this.#site !== '') this.next();
      this.#side = value;
    } else if (kind === 'site') this.#site = this.#site === '' ? value : this.#site;
    else this.#detail += 1;
  }

  next(): void {
    const place = [this.#side, this.#site].filter((part) => part !== '').join(' ');
    if (place !== '') this.#done.push(place);
    this.#side = '';
    this.#site = '';
    this.#detail = 0;
  }

  finish(): string[] {
    this.next();
    return this.#done;
  }
}
