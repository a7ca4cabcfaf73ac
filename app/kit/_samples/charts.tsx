import { AreaMap } from "@/app/_ui/area-map"
import { BarChart } from "@/app/_ui/bar-chart"
import { DocumentView } from "@/app/_ui/document"
import { LineChart } from "@/app/_ui/line-chart"
import { barsFigure } from "@/lib/documents/charts"
import { readMarkdown } from "@/lib/documents/markdown"
import { LOCALE } from "@/lib/words"
import { Group, LONG, Sample } from "./sample"

const square = (lon: number, lat: number): [number, number][] => [
  [lon, lat],
  [lon + 0.1, lat],
  [lon + 0.1, lat + 0.05],
  [lon, lat + 0.05],
]

/** Charts: single, beside each other, stacked, over time, on a map. */
export function ChartSamples() {
  return (
    <Group id="charts" title="Charts">
      <BarChart
        finding="Most groups want a bus after six o’clock"
        about="Question 3, answered by 87 of 214 groups"
        rows={[
          { label: "A bus after six", values: [52], note: "of 87" },
          { label: "A bus on Sundays", values: [23], note: "of 87" },
          { label: LONG, values: [null] },
        ]}
      />
      <AreaMap
        finding="Hob’s Mill has the most: 5 needs."
        about="Open needs by area"
        areas={[
          {
            ...{ id: "hob", name: "Hob’s Mill", value: 5, label: "Hob’s Mill: 5 needs", href: "#charts" },
            rings: [square(-2.6, 53.9)],
            middle: null,
          },
          {
            ...{ id: "long", name: LONG, value: 2, label: `${LONG}: 2 needs`, href: "#charts" },
            rings: [square(-2.5, 53.9)],
            middle: null,
          },
          {
            ...{ id: "none", name: "Netherfold", value: 0, label: "Netherfold: none" },
            rings: [square(-2.6, 53.85)],
            middle: null,
          },
          {
            ...{ id: "point", name: "Skelby", value: 1, label: "Skelby: 1 need", href: "#charts" },
            rings: [],
            middle: [-2.45, 53.88],
          },
        ]}
      />
      <BarChart
        finding="Small groups agree more than large ones"
        stacked
        most={100}
        format={(value) => `${value}%`}
        series={["Agree", "Disagree", "Not sure"]}
        rows={[
          { label: "Income under £10,000", values: [71, 20, 9] },
          { label: "Income over £100,000", values: [44, 31, 25] },
        ]}
      />
      <BarChart
        finding="Support grew in every ward but one"
        series={["2025", "2026"]}
        rows={[
          { label: "Canol y Dref", values: [12, 31] },
          { label: "Aldervale", values: [22, 19] },
        ]}
      />
      <LineChart
        finding="Sessions have doubled since January"
        measure="Sessions"
        points={["January", "February", "March", "April", "May", "June"].map((label, at) => ({
          label,
          value: at === 2 ? null : 40 + at * 17,
        }))}
      />
      <Sample state="A single point, and none">
        <LineChart finding="Counted since June" measure="Sessions" points={[{ label: "June", value: 12 }]} />
        <LineChart finding="Nothing was counted yet" measure="Sessions" points={[]} />
      </Sample>
      <Sample state="One bar, and bars of nothing">
        <BarChart finding="All of them agree" rows={[{ label: LONG, values: [12], note: "of 12" }]} />
        <BarChart
          finding="Nobody has answered yet"
          rows={[
            { label: "A bus after six", values: [0] },
            { label: "A bus on Sundays", values: [0] },
          ]}
        />
      </Sample>
      <Sample state="Five series beside each other">
        <BarChart
          finding="Support by its kind in two wards"
          series={["Advice", "Training", "Visits", "Phone", LONG]}
          rows={[
            { label: "Canol y Dref", values: [12, 31, 7, 22, 3] },
            { label: "Aldervale", values: [22, 19, null, 4, 40] },
          ]}
        />
      </Sample>
    </Group>
  )
}

const WRITTEN =
  "With a **strong** word and a source.[^a]\n\n:::steps\n1. First\n2. Then\n:::\n\n:::checklist\n- A name\n:::\n\n:::warning\nMind this.\n:::\n\n| Form | Cost |\n|---|--:|\n| Trust | 12 |\n\n[^a]: A page, 2026"

/** A document as a page shows it, with a chart. */
export function DocumentSamples() {
  const { blocks, notes } = readMarkdown(WRITTEN)
  const chart = barsFigure(
    {
      finding: "Most groups want a bus after six o’clock",
      rowsAre: "Answer",
      rows: [
        { label: "A bus after six", values: [52] },
        { label: LONG, values: [null] },
      ],
      series: ["Groups"],
    },
    null,
  )
  return (
    <Group id="documents" title="Documents">
      <DocumentView
        document={{
          title: "A guide",
          language: LOCALE,
          dated: "29 November 2026",
          day: "2026-11-29",
          version: "Version 1",
          letterhead: { name: "Ribble CVS", lines: [], colour: null, logo: null },
          facts: [],
          contents: false,
          blocks: [...blocks, chart],
          notes,
        }}
      />
    </Group>
  )
}
