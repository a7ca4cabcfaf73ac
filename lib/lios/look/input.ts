import { z } from "zod"
import { say } from "../../words"

const colourMaybe = () =>
  z
    .string()
    .nullish()
    .transform((value, check) => {
      const typed = (value ?? "").trim().toLowerCase().replace(/^#?/, "#")
      if (typed === "#") return null
      const whole = /^#[0-9a-f]{3}$/.test(typed) ? typed.replace(/[0-9a-f]/g, "$&$&") : typed
      if (!/^#[0-9a-f]{6}$/.test(whole)) {
        check.addIssue({
          code: "custom",
          message: say("Write a colour as # and six letters or digits, like #1d6b43"),
        })
        return z.NEVER
      }
      return whole
    })

/** The LIO's colour; `instead` is the darker one that was offered. */
export const colourInput = z.object({ colour: colourMaybe(), instead: colourMaybe() })
export type Colour = z.output<typeof colourInput>

/** How big a logo may be. */
export const LOGO_BYTES = 200 * 1024

const starts = (bytes: Uint8Array, at: number, signature: string) =>
  [...signature].every((letter, n) => bytes[at + n] === letter.charCodeAt(0))

/** What a picture is by its own bytes, whatever it calls itself. */
export function kindOfPicture(bytes: Uint8Array): "image/png" | "image/jpeg" | "image/webp" | "svg" | null {
  if (starts(bytes, 0, "\x89PNG\r\n\x1a\n") && starts(bytes, 12, "IHDR")) return "image/png"
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg"
  if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) return "image/webp"
  return /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 2000))) ? "svg" : null
}
