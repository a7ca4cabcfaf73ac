import type { PageProps } from "@/app/_http/visit"
import { SharedGuide } from "../../../_parts/shared-guide"

/** One version of a guide of the installation. For everybody. */
export default async function OldGuide({ params }: PageProps) {
  const { slug = "", version = "" } = await params
  return <SharedGuide slug={slug} version={version} />
}
