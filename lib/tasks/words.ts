/** How the words of a task end that is about a page, given below the LIO's address: `whereIs("needs")`. */
export const whereIs = (path: string) => `(/${path})`

/** The words of a task, and the page that it is about, where it was left by an act that knows it: "Look at it (/needs)". */
export function partsOf(what: string): { words: string; path: string | undefined } {
  const [, words = what, path] = /^(.*) \((\/[\w\-/#]+)\)$/s.exec(what) ?? []
  return { words, path }
}
