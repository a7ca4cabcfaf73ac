import { type IImageOptions, ImageRun } from "docx"
import sharp from "sharp"
import type { Picture } from "../model"

/** A picture in Word, at most so many pixels wide and high. Drawings stay drawings, with a photograph of them for old readers. */
export async function pictureRun(picture: Picture, alt: string, most: { width: number; height: number }) {
  const bytes = picture.form === "svg" ? Buffer.from(picture.svg) : Buffer.from(picture.bytes, "base64")
  const { width = most.width, height = most.height } = await sharp(bytes).metadata()
  const scale = Math.min(most.width / width, most.height / height)
  const shared = {
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: alt, title: "", description: alt },
  }
  const options: IImageOptions =
    picture.form === "svg"
      ? {
          type: "svg",
          data: bytes,
          fallback: { type: "png", data: await sharp(bytes, { density: 144 }).png().toBuffer() },
          ...shared,
        }
      : { type: picture.form === "jpeg" ? "jpg" : "png", data: bytes, ...shared }
  return new ImageRun(options)
}
