-- As the model of this name tells it, where somebody is counted.
select code as unit_code, scope, age_group, sex, dose_kind as reached, cast(persons as bigint) as persons from coverage join unit on unit.unit = counted
