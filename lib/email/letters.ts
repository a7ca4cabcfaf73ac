import type { LetterFrame } from "@/emails/_parts/frame"

/**
 * Every kind of letter by its name, and the file in emails/ that writes it. A room adds its own in its description
 * (`declare module "@/lib/email/letters"`): only types, as nothing but the worker opens those files.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it, which no type alias allows
export interface Letters {}

export type LetterName = keyof Letters

/** What a letter needs to be written, beside the frame that the worker fills in. */
export type PropsOf<N extends LetterName> = Letters[N] extends { default: (props: infer Props) => unknown }
  ? Omit<Props, keyof LetterFrame>
  : never
