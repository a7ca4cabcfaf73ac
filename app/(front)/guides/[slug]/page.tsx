import type { PageProps } from "@/app/_http/visit"
import { SharedGuide } from "../_parts/shared-guide"

/** A guide of the installation: the newest version. For everybody. */
export default async function NewestGuide({ params }: PageProps) {
  const { slug = "" } = await params
  return <SharedGuide slug={slug} />
}
