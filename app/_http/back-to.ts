/** A page of this LIO to go back to, from what a form or an address said; null for anything else. */
export function backTo(value: unknown, lio: string): string | null {
  if (typeof value !== "string" || !value.startsWith(`/${lio}/`) || value.startsWith("//")) return null
  return /^\/[\w\-/?=&.%+*:]*$/.test(value) ? value : null
}
