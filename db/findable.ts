/** What of a table can be found by words. All but `kind` are SQL on its columns. */
export type Findable = {
  table: string
  /** What the thing is called in search: "group". */
  kind: string
  title: string
  /** What `contains` and likeness look at. */
  folded: string
  /** All its words. */
  words: string
  /** The columns with its telephone numbers, as people typed them. Staff find it by them. */
  numbers?: readonly string[]
  /** Who may find it (db/rules/audiences.ts). */
  audience: string
  /** When it is not to be found any more. */
  gone: string
  /** The columns that all of this is made of: another value in one of them, and the entry is made anew. */
  looksAt: readonly string[]
}

const MARK = Symbol("findable")

/** Says in a schema file what of its table can be found; db/rules/search.ts finds it there. */
export const findable = (definition: Findable) => ({ ...definition, [MARK]: true })

/** Everything that schema files have said can be found. */
export const findablesIn = (schema: object): Findable[] =>
  Object.values(schema).filter(
    (one): one is Findable => typeof one === "object" && one !== null && MARK in one,
  )
