import type { ComponentProps } from "react"
import { Form } from "@/app/_ui/form"
import { LongForm } from "../../../_parts/long-form"

/** One section of a group's details: staff have a long form, the group's own people a plain one. */
export function SectionForm({
  long,
  frame,
  ...form
}: Omit<ComponentProps<typeof LongForm>, "keep"> & { long: boolean }) {
  return long ? <LongForm frame={frame} {...form} /> : <Form lio={frame.lio.slug} {...form} />
}
