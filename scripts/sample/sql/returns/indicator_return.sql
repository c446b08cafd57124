-- Each province's own results on the indicators of Project 06, one row a province, day and indicator: those on vaccination
-- data are counted from the sample, the others are made up.
with person as (
  select province_code as unit_code,
    sum(people) as people,
    sum(people) filter (finding = 'no_id') as no_id,
    sum(people) filter (finding = 'wrong') as wrong,
    sum(people) filter (finding = 'unchecked') as unchecked,
    sum(people) filter (finding = 'right') as right_people
  from tally_people
  group by all
), fact as (
  select unit_tally.*, person.* exclude (unit_code), people - no_id as with_id, arrival_no, hash(unit_code) // 4 as i
  from unit_tally join person using (unit_code) join return_day using (day)
  where level = 'province'
), stated as (
  select arrival_no, unit_code, day, unnest([
      {indicator: 'de_an_06.bca_dich_vu_cong_hoan_thanh', done: 5 + pick('services', i, 5), total: 11, value: null, qualifier: 'exact'},
      {indicator: 'de_an_06.nhom_dich_vu_cong_mo_rong', done: 120 + pick('groups', i, 80), total: 224, value: null, qualifier: 'exact'},
      {indicator: 'de_an_06.ket_noi_csdlqg_dan_cu', done: null, total: null, value: 2 + pick('systems', i, 4), qualifier: 'exact'},
      {indicator: 'de_an_06.dong_bo_bhxh', done: null, total: null, value: people * 18 // 100000 * 1000, qualifier: 'rounded'},
      {indicator: 'de_an_06.cccd_thay_the_bhyt', done: null, total: null, value: null, qualifier: 'status'},
      {indicator: 'tiem_chung.mui_da_tiem', done: null, total: null, value: doses_given, qualifier: 'exact'},
      {indicator: 'tiem_chung.mui_ghi_nhan_he_thong', done: doses_recorded, total: doses_given, value: null, qualifier: 'exact'},
      {indicator: 'tiem_chung.mui_chua_cap_nhat', done: null, total: null, value: doses_given - doses_recorded, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_gui_csdlqg', done: null, total: null, value: people, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_co_cccd_cmnd', done: with_id, total: people, value: null, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_khong_co_hoac_sai_dinh_dang', done: null, total: null, value: no_id, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_dung', done: right_people, total: with_id, value: null, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_sai', done: wrong, total: with_id, value: null, qualifier: 'exact'},
      {indicator: 'xac_minh.doi_tuong_chua_xac_thuc', done: unchecked, total: with_id, value: null, qualifier: 'exact'},
      {indicator: 'lam_sach.doi_tuong', done: subjects_cleaned, total: subjects_total, value: null, qualifier: 'exact'},
      {indicator: 'lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd', done: null, total: null, value: no_id, qualifier: 'exact'},
      {indicator: 'lam_sach.nguoi_sai_thong_tin_co_ban', done: null, total: null, value: wrong, qualifier: 'exact'},
      {indicator: 'ho_chieu_vac_xin.nguoi_da_cap', done: null, total: null, value: subjects_cleaned // 3, qualifier: 'exact'}
    ], recursive := true)
  from fact
)
select arrival_no,
  unit_code,
  edition,
  day as as_of,
  indicator,
  done,
  total,
  value,
  measure_unit,
  qualifier,
  case when indicator like 'lam_sach.%' then date '2022-05-05' end as due_date
from stated join indicators using (indicator), params
order by arrival_no, unit_code, day, cast(indicators.position as integer)
