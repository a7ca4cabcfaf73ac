import { BarChart } from "@/app/_ui/bar-chart"
import { LineChart } from "@/app/_ui/line-chart"

/** Charts: single, beside each other, stacked, over time. */
export function ChartSamples() {
  return (
    <>
      <h2>Charts</h2>
      <BarChart
        finding="Most groups want a bus after six o’clock"
        about="Question 3, answered by 87 of 214 groups"
        rows={[
          { label: "A bus after six", values: [52], note: "of 87" },
          { label: "A bus on Sundays", values: [23], note: "of 87" },
          { label: "Cludiant cymunedol i Lanfairpwllgwyngyll", values: [null] },
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
    </>
  )
}
