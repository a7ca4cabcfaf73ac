import { renderToReadableStream } from "react-dom/server"
import { expect, it } from "vitest"
import { Scorecard } from "@/app/[lio]/representations/_parts/scorecard"
import { figuresOf } from "@/lib/representations/scorecard/figures"

const ask = { id: "22222222-1111-4111-8111-111111111111", text: "A late bus", acknowledged: true }
const paper = {
  ...{ id: "11111111-1111-4111-8111-111111111111", version: 1, title: "Buses", bodyId: "b", body: "Council" },
  ...{ sentOn: "2026-01-01", daysAllowed: 28, daysTaken: null },
  asks: [{ ...ask, reply: null, promisedFor: null, ending: null }],
}

it("The scorecard is drawn, each number as a link to its rows and each row to its ask", async () => {
  const comment = { bodyId: "b", words: "We are few.", sender: "Pat", saidOn: "2026-02-01" }
  const drawn = await renderToReadableStream(
    <Scorecard
      lio="ribble"
      place={{ path: "/ribble/scorecard", query: { body: "b" } }}
      bodies={[{ id: "b", name: "Council", figures: figuresOf([paper], "2026-02-01"), comment }]}
      period={{ from: "2026-01-01", to: "2026-02-01" }}
      now={new Date("2026-02-01T10:00:00Z")}
      rows="put"
    />,
  )
  const html = await new Response(drawn).text()
  expect(html).toContain('href="/ribble/scorecard?body=b&amp;rows=acknowledged#rows"')
  expect(html).toContain(`href="/ribble/representations/${paper.id}/1#ask-22222222"`)
  expect(html).toContain("We are few.")
})
