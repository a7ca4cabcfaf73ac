import { notFound } from "next/navigation"
import { FrontFrame } from "../(front)/_parts/front-frame"
import { ChartSamples } from "./charts"
import { FormSamples } from "./forms"
import { ListSamples } from "./lists"
import { PieceSamples } from "./pieces"

/** Every piece of the kit in each of its states, for those who build pages. Not there in production. */
export default async function Kit({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  if (process.env.NODE_ENV === "production") notFound()
  const query = await searchParams
  return (
    <FrontFrame title="The kit">
      <h1>The kit</h1>
      <PieceSamples />
      <ListSamples query={query} />
      <FormSamples />
      <ChartSamples />
    </FrontFrame>
  )
}
