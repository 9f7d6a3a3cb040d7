about: SEC company facts, CIK0001507605.json: figures that filings tag
# Which tags are which metric. For each period the first line that has a value counts. Lines for one
# company, such as "fact: revenue of CIK0000827876 = ...", replace the general lines of that metric.

fact: revenue = us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax
fact: revenue = us-gaap:Revenues
fact: revenue = us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax
fact: revenue = us-gaap:SalesRevenueNet
fact: revenue = ifrs-full:Revenue

fact: cost_of_revenue = us-gaap:CostOfRevenue
fact: cost_of_revenue = us-gaap:CostOfGoodsAndServicesSold
fact: cost_of_revenue = us-gaap:CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization
fact: cost_of_revenue = ifrs-full:CostOfSales

fact: cash = us-gaap:CashAndCashEquivalentsAtCarryingValue
fact: cash = ifrs-full:CashAndCashEquivalents

# What is debt differs by company. Write its formula in a profile of your own:
# fact: total_debt of CIK0001507605 = us-gaap:ConvertibleNotesPayable + us-gaap:LongTermDebt
fact: total_debt = us-gaap:LongTermDebt
fact: total_debt = us-gaap:LongTermDebtCurrent + us-gaap:LongTermDebtNoncurrent
fact: total_debt = us-gaap:ConvertibleNotesPayable
fact: total_debt = us-gaap:DebtCurrent
fact: total_debt = ifrs-full:Borrowings

fact: shares_outstanding = dei:EntityCommonStockSharesOutstanding
fact: shares_outstanding = us-gaap:CommonStockSharesOutstanding

fact: crypto_fair_value = us-gaap:CryptoAssetFairValue
fact: crypto_fair_value = us-gaap:CryptoAssetFairValueCurrent + us-gaap:CryptoAssetFairValueNoncurrent
fact: crypto_fair_value = us-gaap:CryptoAssetFairValueNoncurrent
fact: crypto_fair_value = us-gaap:CryptoAssetFairValueCurrent

fact: restricted_cash = us-gaap:RestrictedCashAndCashEquivalents
fact: restricted_cash = us-gaap:RestrictedCashAndCashEquivalentsAtCarryingValue
fact: restricted_cash = us-gaap:RestrictedCashCurrent + us-gaap:RestrictedCashNoncurrent
fact: restricted_cash = us-gaap:RestrictedCash
fact: restricted_cash = ifrs-full:RestrictedCashAndCashEquivalents

fact: net_income = us-gaap:NetIncomeLoss
fact: net_income = us-gaap:ProfitLoss
fact: net_income = ifrs-full:ProfitLoss

fact: depreciation = us-gaap:DepreciationDepletionAndAmortization
fact: depreciation = us-gaap:DepreciationAmortizationAndAccretionNet
fact: depreciation = us-gaap:DepreciationAndAmortization
fact: depreciation = us-gaap:Depreciation
fact: depreciation = ifrs-full:DepreciationAndAmortisationExpense

fact: sga = us-gaap:SellingGeneralAndAdministrativeExpense
fact: sga = us-gaap:SellingAndMarketingExpense + us-gaap:GeneralAndAdministrativeExpense
fact: sga = us-gaap:GeneralAndAdministrativeExpense
fact: sga = ifrs-full:SellingGeneralAndAdministrativeExpense
fact: sga = ifrs-full:GeneralAndAdministrativeExpense

fact: capex = us-gaap:PaymentsToAcquirePropertyPlantAndEquipment
fact: capex = us-gaap:PaymentsToAcquireProductiveAssets
fact: capex = ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities

fact: interest_expense = us-gaap:InterestExpense
fact: interest_expense = us-gaap:InterestExpenseNonoperating
fact: interest_expense = ifrs-full:InterestExpense

fact: impairment = us-gaap:ImpairmentOfLongLivedAssetsHeldForUse
fact: impairment = us-gaap:AssetImpairmentCharges
fact: impairment = ifrs-full:ImpairmentLossRecognisedInProfitOrLoss

fact: hpc_backlog = us-gaap:RevenueRemainingPerformanceObligation
