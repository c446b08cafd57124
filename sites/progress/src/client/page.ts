// The one script of all pages: what it adds is beside what they say, and none needs it to be read.
import "./sort-tables.ts";
import "./filter-tables.ts";
import "./chart-tips.ts";
import "./copy-links.ts";
import "./search.ts";
