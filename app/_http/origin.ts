/** Whether a form was sent from a page of ours: browsers say where it comes from, and other sites cannot make them lie. */
export function isOurs(request: Request): boolean {
  const origin = request.headers.get("origin")
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === request.headers.get("host")
  return (request.headers.get("sec-fetch-site") ?? "same-origin") === "same-origin"
}
