import { Tabs } from "@/app/_ui/links"
import { FrontFrame } from "../(front)/_parts/front-frame"
import { ButtonSamples } from "./_samples/buttons"
import { ChartSamples, DocumentSamples } from "./_samples/charts"
import { FormSamples } from "./_samples/forms"
import { ListSamples } from "./_samples/lists"
import { MessageSamples } from "./_samples/messages"
import { MovingSamples } from "./_samples/moving"
import { PieceSamples, PlaceSamples } from "./_samples/pieces"
import { ensureShown } from "./shown"

const LOOKS = { system: "As your system is set", light: "Light", dark: "Dark" } as const

/** Every piece of the kit in each of its states, for those who build pages. */
export default async function Kit({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  ensureShown()
  const query = await searchParams
  const look = query.look === "light" || query.look === "dark" ? query.look : "system"
  return (
    <FrontFrame title="The kit">
      <link rel="stylesheet" href={`/kit/look.css?look=${look}`} precedence="kit" />
      <h1>The kit</h1>
      <Tabs
        label="How to see it"
        tabs={Object.entries(LOOKS).map(([key, label]) => ({
          label,
          href: `/kit?look=${key}`,
          current: key === look,
        }))}
      />
      <p>
        Forced colours can’t be switched on by a page. Turn them on in your system (in Windows: Settings,
        Accessibility, Contrast themes), or in the browser’s developer tools (Rendering, “Emulate CSS media
        feature forced-colors”).
      </p>
      <PlaceSamples />
      <ButtonSamples />
      <MessageSamples />
      <PieceSamples />
      <MovingSamples />
      <ListSamples query={query} />
      <FormSamples />
      <ChartSamples />
      <DocumentSamples />
    </FrontFrame>
  )
}
