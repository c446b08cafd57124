-- As the model of this name tells it.
select code as unit_code, day, cast(newly_cleaned as bigint) as newly_cleaned, cast(fell_back as bigint) as fell_back,
  cast(cleaned_to_date as bigint) as cleaned_to_date
from cleaning_daily join unit on unit.unit = counted
