import "server-only"
import { eq } from "drizzle-orm"
import sharp from "sharp"
import { lios, logos } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayRunLio } from "../policy"
import { isReadable, nearestReadable } from "./colours"
import { type Colour, kindOfPicture, LOGO_BYTES } from "./input"

const guard = (ctx: Ctx) =>
  ensure(mayRunLio(ctx.actor), say("Only a manager can change how your pages look."))

/** Chooses the LIO's colour; none: that of Trellis. One that cannot be read is refused, with the nearest that can. */
export async function chooseColour(ctx: Ctx, input: Colour) {
  guard(ctx)
  const colour = input.instead ?? input.colour
  if (colour && !isReadable(colour)) {
    const nearest = nearestReadable(colour)
    throw new RuleBroken(
      say(
        "{colour} is too light: white words on it cannot be read. The nearest shade that can be read is {nearest}.",
        { colour, nearest },
      ),
      "colour",
      undefined,
      [{ value: nearest, label: nearest }],
    )
  }
  const [before] = await ctx.tx.select({ colour: lios.colour }).from(lios).where(eq(lios.id, ctx.lio.id))
  await ctx.tx.update(lios).set({ colour }).where(eq(lios.id, ctx.lio.id))
  await record(ctx, {
    what: "lio.colour",
    subject: ["lio", ctx.lio.id],
    summary: colour
      ? say("Chose the colour {colour}", { colour })
      : say("Went back to the colour of Trellis"),
    from: before,
    to: { colour },
  })
}

/** How large a logo is kept, in pixels: twice what the widest page shows. */
const SIZE = { width: 800, height: 320 }
/** Of more pixels than this a small file can make a server run out of memory. */
const MOST_PIXELS = 24_000_000

/** The picture drawn anew: nothing that was hidden in the file, as where a photo was taken, stays in it. */
async function drawAnew(bytes: Uint8Array) {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate()
    const drawn = await picture
      .resize({ ...SIZE, fit: "inside", withoutEnlargement: true })
      .png()
      .toBuffer()
    return { type: "image/png" as const, bytes: drawn }
  } catch {
    throw new RuleBroken(
      say("This picture is damaged, or far too big. Save it again as a PNG and send that."),
      "logo",
    )
  }
}

/** Keeps a logo: a PNG, JPEG or WebP of up to 200 KB, told by its bytes. */
export async function keepLogo(ctx: Ctx, bytes: Uint8Array) {
  guard(ctx)
  if (bytes.length === 0) throw new RuleBroken(say("Choose a file first."), "logo")
  const type = kindOfPicture(bytes)
  if (type === "svg")
    throw new RuleBroken(
      say("An SVG can carry programs, so we do not take it. Save your logo as a PNG and send that."),
      "logo",
    )
  if (!type)
    throw new RuleBroken(say("This is not a PNG, JPEG or WebP picture. Choose another file."), "logo")
  if (bytes.length > LOGO_BYTES)
    throw new RuleBroken(
      say("This picture has {bytes} KB. Make it 200 KB or smaller and send it again.", {
        bytes: Math.ceil(bytes.length / 1024),
      }),
      "logo",
    )
  const saved = { ...(await drawAnew(bytes)), savedAt: ctx.now }
  await ctx.tx
    .insert(logos)
    .values({ lioId: ctx.lio.id, kind: "logo", ...saved })
    .onConflictDoUpdate({ target: [logos.lioId, logos.kind], set: saved })
  await record(ctx, {
    what: "lio.logo",
    subject: ["lio", ctx.lio.id],
    summary: say("Changed the logo"),
    to: { type: saved.type, size: saved.bytes.length },
  })
}

/** Takes the logo off the pages and letters. */
export async function removeLogo(ctx: Ctx) {
  guard(ctx)
  const gone = await ctx.tx.delete(logos).where(eq(logos.kind, "logo")).returning({ kind: logos.kind })
  if (gone.length === 0) throw new RuleBroken(say("There is no logo to remove."))
  await record(ctx, { what: "lio.logo", subject: ["lio", ctx.lio.id], summary: say("Removed the logo") })
}
