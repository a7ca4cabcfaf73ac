/** The words of a task, and the page that it is about, where it was left by an act that knows it: "Look at it (/needs)". */
export function partsOf(what: string): { words: string; path: string | undefined } {
  const [, words = what, path] = /^(.*) \((\/[\w\-/#]+)\)$/s.exec(what) ?? []
  return { words, path }
}
