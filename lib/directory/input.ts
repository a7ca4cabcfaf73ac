import { z } from "zod"
import { pageIn, ticked } from "../input"

/** Whether there is a directory. */
export const directoryInput = z.object({ hasDirectory: ticked() })
export type ChooseDirectory = z.output<typeof directoryInput>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the directory is narrowed to. */
export type DirectoryFilter = {
  q?: string
  /** Id of a word of the LIO's lists. */
  word?: string
  /** Id of an area served. */
  area?: string
  /** A postcode or the name of a place. */
  near?: string
  page: number
}

type Query = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").trim() || undefined

/** Reads the filters out of an address; what makes no sense is left out. */
export function directoryFilter(query: Query): DirectoryFilter {
  const id = (name: string) => (UUID.test(one(query[name]) ?? "") ? one(query[name]) : undefined)
  return {
    q: one(query.q)?.slice(0, 200),
    word: id("word"),
    area: id("area"),
    near: one(query.near)?.slice(0, 100),
    page: pageIn(query.page),
  }
}
