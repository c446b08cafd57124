/** No counts agree with all that is published. */
export class Contradiction extends Error {
  constructor() {
    super("what is published contradicts itself: no counts agree with all of it");
  }
}
