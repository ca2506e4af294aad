/**
 * What waits, in rotation by who asked for it: each client's oldest item has its turn, however many another client has.
 *
 * @example
 * const waiting = new Rotation();
 * for (const item of ['a1', 'a2', 'a3']) waiting.add('a', item);
 * waiting.add('b', 'b1');
 * [waiting.next(), waiting.next(), waiting.next(), waiting.size] // => ['a1', 'b1', 'a2', 1]
 */
export class Rotation<Item> {
  /** The client whose turn it is comes first. */
  readonly #lists = new Map<string, Item[]>();
  #size = 0;

  /** How many items wait. */
  get size(): number {
    return this.#size;
  }

  add(client: string, item: Item): void {
    const list = this.#lists.get(client);
    if (list === undefined) this.#lists.set(client, [item]);
    else list.push(item);
    this.#size += 1;
  }

  /** Takes out the item whose turn it is; undefined where none waits. */
  next(): Item | undefined {
    for (const [client, [item, ...others]] of this.#lists) {
      this.#lists.delete(client);
      if (others.length > 0) this.#lists.set(client, others);
      this.#size -= 1;
      return item;
    }
    return undefined;
  }

  /** Takes out the newest item of the client that has the most: whom a place is taken from where there are too few. */
  newestOfMost(): Item | undefined {
    const lists = [...this.#lists.values()];
    const longest = lists.reduce((one, other) => (other.length > one.length ? other : one), lists[0] ?? []);
    const item = longest.at(-1);
    if (item !== undefined) this.delete(item);
    return item;
  }

  /** Takes out an item; false where it does not wait. */
  delete(item: Item): boolean {
    for (const [client, list] of this.#lists) {
      const place = list.lastIndexOf(item);
      if (place === -1) continue;
      list.splice(place, 1);
      if (list.length === 0) this.#lists.delete(client);
      this.#size -= 1;
      return true;
    }
    return false;
  }
}
