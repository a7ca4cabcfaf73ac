/** Where a page stands: its path and what its query says. */
export type Place = { path: string; query?: Record<string, string | string[] | undefined> }

/** The address of a page with some of its query changed; null or "" takes a name out. The page number goes unless it is set. */
export function withQuery(
  place: Place,
  changes: Record<string, string | number | readonly string[] | null | undefined> = {},
): string {
  const query = new URLSearchParams()
  const { page: _page, done: _done, ...rest } = place.query ?? {}
  for (const [name, value] of Object.entries(rest)) {
    if (name in changes) continue
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(name, one)
  }
  for (const [name, value] of Object.entries(changes)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one))
  }
  const words = query.toString()
  return words ? `${place.path}?${words}` : place.path
}

/** Where a press on a telephone number leads. */
export const dialled = (phone: string) => `tel:${phone.replace(/[^+\d]/g, "")}`
