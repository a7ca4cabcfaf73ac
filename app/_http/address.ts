const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether this is written as our ids are. */
export const isId = (text: string) => UUID.test(text)

/** Whether whatever stands for an id in an address (`[id]`, `[topicId]`) is written as one. */
export const areIds = (params: Record<string, string>) =>
  Object.entries(params).every(([name, value]) => !/id$/i.test(name) || isId(value))

/** No address of ours is longer than this; a header that repeats a longer one would be refused on its way. */
const LONGEST = 2_000

/** The path and query that were asked for, as proxy.ts notes them; `otherwise` where it does not look. */
export function pathAsked(headers: Headers, otherwise = "/"): string {
  const requested = headers.get("x-trellis-path") ?? otherwise
  return requested.length > LONGEST ? (requested.split("?")[0] ?? "/") : requested
}

/** The page of the thing that a page below it is about: `/lio/needs/ID` for `/lio/needs/ID/close`. */
export const thingOf = (path: string) => path.match(/^.*?\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/)/)?.[0]

/** Where to sign in, to go on to this path afterwards. */
export const signInFor = (path: string) => `/sign-in?${new URLSearchParams({ next: path })}`
