/** What was asked: the parts of the address in brackets (ids in small letters), and the query. */
export type Asked = { request: Request; params: Record<string, string>; query: URLSearchParams }

/** How a route answers and what it takes, whichever door it goes through. */
export type Way = {
  /** "json": whoever asks is a program, and refusals are `{message}`. Otherwise somebody may be looking at the answer. */
  says?: "json"
  /** The page of the form that is sent here: refusals lead back to it. */
  back?: (params: Asked["params"], query: URLSearchParams) => string
  /** The most bytes that may be sent, and what is said of more. */
  most?: number
  tooMuch?: string
  /** How often one person may write here in a quarter of an hour. */
  uses?: number
  /** A token in the address or a signature says that this may be written, not where the form came from. */
  proven?: boolean
  /** Headers of every answer, refusals included. */
  headers?: Record<string, string>
}

/** What Next gives a route besides the request. */
export type Where = { params: Promise<Record<string, string>> }

/** A request as routes read it. */
export async function askedOf(request: Request, where?: Where): Promise<Asked> {
  const params = Object.entries((await where?.params) ?? {}).map(([name, value]) => [
    name,
    /id$/i.test(name) ? value.toLowerCase() : value,
  ])
  return { request, params: Object.fromEntries(params), query: new URL(request.url).searchParams }
}

/** The form that was sent, or an empty one when it cannot be read. */
export const formOf = ({ request }: Asked) => request.formData().catch(() => new FormData())
