import { asPublic } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { sheetOf } from "@/lib/lios/look/colours"
import { getLook } from "@/lib/lios/look/queries"

/** The LIO's colour as a style sheet. Its address changes with the colour. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  try {
    const { colour } = await asPublic(lio, getLook)
    const named = new URL(request.url).searchParams.get("v") === colour?.slice(1)
    return new Response(sheetOf(colour), {
      headers: {
        "content-type": "text/css; charset=utf-8",
        "x-content-type-options": "nosniff",
        "cache-control": named ? "public, max-age=31536000, immutable" : "no-store",
      },
    })
  } catch (refusal) {
    if (refusal instanceof NotFound) return new Response("", { status: 404 })
    throw refusal
  }
}
