/** How search engines and those who share a link may show a page. */
export type Found = {
  /** What is on it, in a sentence or two. */
  about: string
  /** Its address, the one by which it is known: /guides/start-a-group. */
  path: string
  /** What it is about for machines, in the words of schema.org. */
  data?: object
}
