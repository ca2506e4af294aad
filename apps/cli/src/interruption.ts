/** Whoever is asked has broken off. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
