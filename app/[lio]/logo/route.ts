import { asPublic } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { getLogo } from "@/lib/lios/look/queries"

/** The LIO's logo. Its address changes with it, so it may be kept for a year. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  try {
    const { bytes, type } = await asPublic(lio, getLogo)
    const named = new URL(request.url).searchParams.has("v")
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": type,
        "x-content-type-options": "nosniff",
        "content-disposition": "inline",
        "cache-control": named ? "public, max-age=31536000, immutable" : "public, max-age=300",
      },
    })
  } catch (refusal) {
    if (refusal instanceof NotFound) return new Response("There is no logo.", { status: 404 })
    throw refusal
  }
}
