export {
  formatMinutes,
  formatMoney,
  formatNumber,
  inWords,
  percent,
  plural,
} from "@/lib/words"
